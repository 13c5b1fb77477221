import type { Actor } from '@/lib/kernel/actor';

/** A person acting on his own account, also before he is signed in. */
export const asHimself = (person: { id: string; name: string }): Actor => ({
  personId: person.id,
  name: person.name,
  role: 'APPLICANT',
  associationId: null,
  unitId: null,
  sessionId: null,
});

/** Somebody who has proved nothing yet. */
export const unknownActor: Actor = {
  personId: null,
  name: '未登录者',
  role: 'APPLICANT',
  associationId: null,
  unitId: null,
  sessionId: null,
};
