import type { Metadata } from 'next';
import { NotFoundPage } from '@/components/ui/error-page';

export const metadata: Metadata = { title: '没有找到这个页面' };

export default NotFoundPage;
