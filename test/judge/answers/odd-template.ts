/** A template with what the built-in ones have not: front matter, quotes, setext headings, numbers, rules, odd lists. */
export const ODD = `---
title: "{title}"   # in quotes
owner: [name]
created: YYYY-MM-DD
status: draft | review | final
tags: [a, b]
reviewers:
  - name one
  - name two
---

{Tool} Guide
============

> **Author**: [name]
> **Version**: [0.0] | **Audience**: [who]

1 Purpose
---------

[Why {Tool} is there]

Notes on {Tool}
---------------

<!-- What else is worth saying. -->

## 3. Parts

### 3.1. Main Parts

1. [First part]
2. [Second part]

   with a paragraph of its own

### 3.2. Parts List

  | Part | Since | Kind |
  |:-----|------:|:----:|
  | [part] | YYYY-MM-DD | old / new |

* * *

## 4. Work

- **Lead**: [name]
- **Deputy**:
- **Plan**: [the plan,
  in a few words]

### 4.1. Steps

- [ ] Step 1

- [ ] Step 2

### 4.2. Loose Ends

*   [One]

*   [Two]

## 5. Code

**Before**:

~~~ js title="x"
{before}
~~~

**After**:

~~~ js
{after}
~~~

## 6. Appendix A. Terms

**Words**:
- [word]

**Signs**:
- [sign]
`;
