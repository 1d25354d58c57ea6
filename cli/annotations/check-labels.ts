import type { Annotation, AnnotationProblem, ReadAnnotations } from "./annotation.ts";

/**
 * Joins what was read of several files. A label names one pin: two stacks may write it with the same query in files of
 * their own, anything else is a problem.
 */
export function joinAnnotations(read: readonly ReadAnnotations[]): ReadAnnotations {
  const annotations = read.flatMap((one) => one.annotations);
  return {
    annotations,
    problems: [...read.flatMap((one) => one.problems), ...labelProblems(annotations)],
  };
}

function labelProblems(annotations: readonly Annotation[]): readonly AnnotationProblem[] {
  const first = new Map<string, Annotation>();
  return annotations.flatMap((one) => {
    if (one.label === undefined) return [];
    const other = first.get(one.label);
    if (other === undefined) {
      first.set(one.label, one);
      return [];
    }
    return other.path === one.path || other.text !== one.text ? [twice(one, other)] : [];
  });
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
