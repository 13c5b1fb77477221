const FOUNDATION = 'accounts|audit|catalogue|db|files|jobs|kernel|ledger|messages|units';
const PURE = '/(labels|lifecycle|policy|schema)\\.ts$';
const TESTS = '\\.test\\.tsx?$';
const installed = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;
const NEXT = installed('@auth', 'next', 'next-auth');
const DATABASE = installed('@prisma', 'pg', 'pg-boss');

export const rules = [
  {
    name: 'no-cycles',
    comment: 'Files that need each other cannot be understood one at a time; types count too.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'lib-knows-no-screens',
    comment: 'The business does not know how it is shown.',
    from: { path: '^lib/' },
    to: { path: '^(app|components)/' },
  },
  {
    name: 'components-see-plain-lib',
    comment: 'Components draw: of lib they know the kernel, and schema, lifecycle and labels of the business.',
    from: { path: '^components/' },
    to: { path: '^lib/', pathNot: '^lib/kernel/|^lib/.+/(labels|lifecycle|schema)\\.ts$' },
  },
  {
    name: 'components-know-no-routes',
    comment: 'What two routes share does not lean on one of them.',
    from: { path: '^components/' },
    to: { path: '^app/' },
  },
  {
    name: 'screens-never-touch-the-database',
    comment: 'A page asks a query or a use case, which has judged the actor.',
    from: { path: '^(app|components)/|^(proxy|instrumentation)\\.ts$', pathNot: TESTS },
    to: { path: `^lib/db/|${DATABASE}` },
  },
  {
    name: 'components-reach-no-database',
    comment: 'What a component imports may be sent to the browser, however far down it lies.',
    from: { path: '^components/', pathNot: TESTS },
    to: { path: `^lib/db/|${DATABASE}`, reachable: true },
  },
  {
    name: 'kernel-stands-alone',
    comment: 'The kernel knows nothing but itself.',
    from: { path: '^lib/kernel/' },
    to: { path: '^(lib|app|components|prisma|tests)/', pathNot: '^lib/kernel/' },
  },
  {
    name: 'web-is-for-screens',
    comment: 'Sessions and form state belong to the screens; a use case is handed its actor.',
    from: { path: '^lib/', pathNot: '^lib/web/' },
    to: { path: '^lib/web/' },
  },
  {
    name: 'siblings-never-meet',
    comment: 'Only the journey and the worker bring capabilities together; a stand-in for a stranger is a program of its own.',
    from: { path: '^lib/([^/]+)/', pathNot: '^lib/(applications|worker|invoices/tax/simulator)/' },
    to: { path: '^lib/[^/]+/', pathNot: `^lib/(${FOUNDATION}|web|$1)/` },
  },
  {
    name: 'worker-is-an-entry',
    comment: 'Nobody leans on an entry.',
    from: { path: '^(app|components|lib)/', pathNot: '^lib/worker/' },
    to: { path: '^lib/worker/' },
  },
  {
    name: 'strangers-stay-outside',
    comment: 'The product knows a stand-in for a stranger over the wire only.',
    from: { path: '^(app|components|lib)/', pathNot: `/(sandbox|simulator)/|${TESTS}` },
    to: { path: '^lib/.+/(sandbox|simulator)/' },
  },
  {
    name: 'policy-and-tables-are-pure',
    comment: 'Rules, tables and schemas can be read and tested without a database, a file or a request.',
    from: { path: `^lib/.+${PURE}` },
    to: {
      path: `^lib/(db|files|jobs|messages|web)/|^lib/env\\.ts$|${DATABASE}|${NEXT}|^(node:)?(fs|net|http|https|child_process)`,
      pathNot: `^lib/.+${PURE}`,
    },
  },
  {
    name: 'only-the-web-layer-knows-next',
    comment: 'The business outlives the framework.',
    from: { path: '^(lib|prisma|bench)/', pathNot: '^lib/web/' },
    to: { path: NEXT },
  },
  {
    name: 'one-door-to-the-database',
    comment: 'The client is made in lib/db; everybody else is handed a transaction.',
    from: { path: '^(lib|app|components)/', pathNot: '^lib/(db|jobs|worker)/' },
    to: { path: DATABASE },
  },
  {
    name: 'one-door-to-sign-in',
    comment: 'next-auth can be exchanged as long as a single folder knows it.',
    from: { path: '^(app|components|lib)/', pathNot: '^lib/web/' },
    to: { path: installed('@auth', 'next-auth') },
  },
  {
    name: 'product-needs-no-tests',
    comment: 'The product runs without its tests, benches and scripts.',
    from: { path: '^(app|components|lib)/|^(proxy|instrumentation)\\.ts$', pathNot: TESTS },
    to: { path: '^(bench|scripts|tests)/' },
  },
  {
    name: 'product-needs-no-development-packages',
    comment: 'A server installed without development packages must run.',
    from: { path: '^(app|components|lib|prisma)/|^(proxy|instrumentation)\\.ts$', pathNot: `${TESTS}|\\.css$` },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'packages-are-listed',
    comment: 'A package that only another package brings may be gone after its next update.',
    from: { path: '^(app|bench|components|lib|prisma|tests)/|^[^/]+\\.ts$' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'imports-lead-somewhere',
    comment: 'A file or a package that is not there.',
    from: {},
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
};
