export function LoadingLine({ label = '正在载入，请稍候。' }: { label?: string }) {
  return (
    <p className="loading" role="status">
      {label}
    </p>
  );
}

/** For loading.tsx: keeps the place of a page head and a few lines. */
export function PageLoading() {
  return (
    <div className="page stack" aria-busy="true">
      <LoadingLine />
      <div className="skeleton max-w-md" />
      <div className="skeleton" />
      <div className="skeleton" />
      <div className="skeleton max-w-xl" />
    </div>
  );
}
