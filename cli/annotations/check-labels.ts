import type { Annotation, AnnotationProblem, ReadAnnotations } from "./annotation.ts";

/**
 * Joins what was read of several files. A label names one pin: the files of stacks may repeat it with the same query,
 * anything else is a problem.
 */
export function joinAnnotations(read: readonly ReadAnnotations[]): ReadAnnotations {
  const annotations = read.flatMap((one) => one.annotations);
  return {
    annotations,
    problems: [...read.flatMap((one) => one.problems), ...labelProblems(annotations)],
  };
}

function labelProblems(annotations: readonly Annotation[]): readonly AnnotationProblem[] {
  const known = new Map<string, readonly Annotation[]>();
  return annotations.flatMap((one) => {
    if (one.label === undefined) return [];
    const others = known.get(one.label) ?? [];
    known.set(one.label, [...others, one]);
    const other = others.find((before) => !mayRepeat(before, one));
    return other === undefined ? [] : [twice(one, other)];
  });
}

/** Whether two annotations may have one label. */
function mayRepeat(one: Annotation, other: Annotation): boolean {
  return one.path !== other.path && one.text === other.text && (isOfStack(one) || isOfStack(other));
}

/** Whether it stands in the configuration of a stack, `Pulumi.STACK.yaml`. */
function isOfStack({ path }: Annotation): boolean {
  return /(^|\/)Pulumi\.[^/]+\.ya?ml$/.test(path);
}

function twice({ path, line, label }: Annotation, other: Annotation): AnnotationProblem {
  const where = `${other.path}:${other.line}`;
  return {
    path,
    line,
    reason: {
      en: `the label ${label} is that of ${where} already; only another stack's file with the same query may repeat it`,
      zh: `标签 ${label} 已用于 ${where}；只有查询相同的另一个栈的文件可以重复使用`,
    },
  };
}
