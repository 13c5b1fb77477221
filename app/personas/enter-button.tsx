import { PostButton } from '@/components/ui/post-button';
import type { Persona } from '@/lib/accounts/personas';
import { enterAsPersona } from './actions';

export function EnterButton({ persona }: { persona: Pick<Persona, 'slug' | 'label'> }) {
  return (
    <PostButton action={enterAsPersona} fields={{ persona: persona.slug }} variant="secondary">
      {`以${persona.label}身份进入`}
    </PostButton>
  );
}
