import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { type CropView, largestZoom, photoFrame, turn, zoomTo } from './crop-geometry';
import { drawPhoto } from './photo-drawing';

interface PhotoFrameProps {
  picture: ImageBitmap;
  view: CropView;
  onMove: (view: CropView) => void;
  isSharp: boolean;
  children: ReactNode;
}

const step = 8;
const keys: Record<string, (view: CropView) => CropView> = {
  ArrowLeft: (view) => ({ ...view, x: view.x - step }),
  ArrowRight: (view) => ({ ...view, x: view.x + step }),
  ArrowUp: (view) => ({ ...view, y: view.y - step }),
  ArrowDown: (view) => ({ ...view, y: view.y + step }),
  '+': (view) => zoomTo(view, view.zoom * 1.1),
  '=': (view) => zoomTo(view, view.zoom * 1.1),
  '-': (view) => zoomTo(view, view.zoom / 1.1),
  r: (view) => turn(view, 1),
};

export function PhotoFrame({ picture, view, onMove, isSharp, children }: PhotoFrameProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) drawPhoto(canvas.current, picture, view);
  }, [picture, view]);

  function press(event: KeyboardEvent) {
    const next = keys[event.key];
    if (!next) return;
    event.preventDefault();
    onMove(next(view));
  }

  function drag(event: PointerEvent<HTMLButtonElement>) {
    if (event.buttons === 0) return;
    const ratio = photoFrame.width / event.currentTarget.clientWidth;
    onMove({ ...view, x: view.x + event.movementX * ratio, y: view.y + event.movementY * ratio });
  }

  return (
    <div className="crop">
      <button
        type="button"
        className="crop-grip"
        aria-label="照片裁剪框：方向键移动，加减号缩放，R 键旋转"
        onKeyDown={press}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      >
        <canvas ref={canvas} width={photoFrame.width * 2} height={photoFrame.height * 2} />
      </button>
      <div className="crop-tools">
        <label className="field-label">
          缩放
          <input
            className="crop-zoom"
            type="range"
            min={1}
            max={largestZoom}
            step={0.01}
            value={view.zoom}
            onChange={(event) => onMove(zoomTo(view, Number(event.currentTarget.value)))}
          />
        </label>
        <div className="button-row">
          <button type="button" className="button button-secondary button-small" onClick={() => onMove(turn(view, -1))}>
            向左转
          </button>
          <button type="button" className="button button-secondary button-small" onClick={() => onMove(turn(view, 1))}>
            向右转
          </button>
        </div>
        <p className="field-hint">拖动照片，让头部居中，头顶留少许空白。</p>
        <p className="field-error" role="status">
          {isSharp ? '' : '照片像素不够，打印出来会模糊，请缩小一些或换一张更清晰的照片。'}
        </p>
        <div className="button-row">{children}</div>
      </div>
    </div>
  );
}
