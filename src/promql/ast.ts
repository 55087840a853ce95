import type { ValueType } from './functions.js';

interface Base {
  readonly start: number;
  readonly end: number;
}

/** A condition on a label. */
export interface Matcher extends Base {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** How the sides of a binary operation are matched. */
export interface Matching extends Base {
  readonly on: boolean;
  readonly labels: readonly string[];
  readonly group?: 'group_left' | 'group_right' | undefined;
  readonly include: readonly string[];
}

/** An expression of PromQL. */
export type Expr = Base &
  (
    | { readonly kind: 'number' }
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'selector'; readonly metric?: string | undefined; readonly matchers: readonly Matcher[] }
    | { readonly kind: 'range'; readonly of: Expr }
    | { readonly kind: 'subquery'; readonly of: Expr }
    | { readonly kind: 'moved'; readonly of: Expr; readonly by: 'offset' | '@' }
    | { readonly kind: 'paren'; readonly of: Expr }
    | { readonly kind: 'unary'; readonly operator: string; readonly of: Expr }
    | {
        readonly kind: 'binary';
        readonly operator: string;
        readonly operatorStart: number;
        readonly left: Expr;
        readonly right: Expr;
        readonly bool: boolean;
        readonly matching?: Matching | undefined;
      }
    | {
        readonly kind: 'aggregate';
        readonly operator: string;
        readonly nameEnd: number;
        readonly arguments: readonly Expr[];
        readonly grouping: readonly string[];
      }
    | { readonly kind: 'call'; readonly name: string; readonly nameEnd: number; readonly arguments: readonly Expr[] }
  );

/** What an expression gives; undefined for a call of an unknown function. */
export type ExprType = ValueType | undefined;
