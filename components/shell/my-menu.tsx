export type MyPlace = 'certifications' | 'exams' | 'orders' | 'certificates';

const places: { place: MyPlace; label: string }[] = [
  { place: 'certifications', label: '我的认证' },
  { place: 'exams', label: '考试中心' },
  { place: 'orders', label: '我的订单' },
  { place: 'certificates', label: '证书管理' },
];

export function MyMenu({ current }: { current: MyPlace | null }) {
  return (
    <nav className="my-menu" aria-label="个人菜单">
      <ul>
        {places.map(({ place, label }) => (
          <li key={place}>
            <a href={`/my/${place}`} aria-current={place === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
