import { clsx } from "clsx";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type Look = Readonly<{
  variant?: "primary" | "default" | "quiet" | "danger";
  /** small 26 px, medium 32 px, large 44 px; with a coarse pointer never under 44 px. */
  size?: "small" | "medium" | "large";
  icon?: IconName;
  iconAfter?: IconName;
}>;

type ButtonProps = Look &
  Omit<ComponentProps<"button">, "children"> &
  Readonly<{ children: ReactNode; busy?: boolean }>;
type ButtonLinkProps = Look & Omit<ComponentProps<typeof Link>, "children"> & Readonly<{ children: ReactNode }>;
type IconButtonProps = Omit<Look, "icon" | "iconAfter"> &
  Omit<ComponentProps<"button">, "children"> &
  Readonly<{ icon: IconName; label: string }>;

/** A verb. `busy` keeps the focus and the width, says so to screen readers and ignores further presses. */
export function Button({
  variant,
  size,
  icon,
  iconAfter,
  busy,
  className,
  children,
  type = "button",
  onClick,
  ...rest
}: ButtonProps) {
  const wait = busy ? { "aria-busy": true, "aria-disabled": true } : {};
  return (
    <button
      {...rest}
      {...wait}
      type={busy ? "button" : type}
      onClick={busy ? undefined : onClick}
      className={clsx(buttonClass({ variant, size }), className)}
    >
      {icon && <Icon name={icon} size={14} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={14} />}
    </button>
  );
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({ variant, size, icon, iconAfter, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={clsx(buttonClass({ variant, size }), className)}>
      {icon && <Icon name={icon} size={14} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={14} />}
    </Link>
  );
}

/** A square button with an icon alone; the label is its accessible name. */
export function IconButton({
  variant = "quiet",
  size = "medium",
  icon,
  label,
  className,
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <button {...rest} type={type} aria-label={label} className={clsx(look(variant), BASE, SQUARE[size], className)}>
      <Icon name={icon} />
    </button>
  );
}

const BASE =
  "inline-flex items-center justify-center gap-2 rounded border font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-busy:opacity-70 pointer-coarse:min-h-11";
const SIZES = {
  small: "min-h-6.5 px-2 py-0.5 text-small",
  medium: "min-h-8 px-2.75 py-1.25 text-note",
  large: "min-h-11 px-4 py-2 text-body",
};
const SQUARE = { small: "size-6.5", medium: "size-8 pointer-coarse:min-w-11", large: "size-11" };

/** The look of a button, for a link of another kind. */
export function buttonClass({ variant = "default", size = "medium" }: Look): string {
  return clsx(BASE, SIZES[size], look(variant));
}

function look(variant: NonNullable<Look["variant"]>): string {
  switch (variant) {
    case "primary":
      return "border-accent bg-accent text-on-accent hover:bg-accent/90";
    case "quiet":
      return "border-transparent text-ink hover:bg-sunk";
    case "danger":
      return "border-danger bg-raised text-danger hover:bg-danger-soft";
    default:
      return "border-control bg-raised text-ink hover:bg-sunk";
  }
}
