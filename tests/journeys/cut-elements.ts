/** What is wider than its window or its own box: "h1 Kulttuuri…". Boxes that scroll by design are let be. */
export function cutElements(): string[] {
  const { clientWidth } = document.documentElement;
  const cut: string[] = [];
  if (document.documentElement.scrollWidth > clientWidth)
    cut.push(`the page is ${document.documentElement.scrollWidth} wide`);
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (
      box.width === 0 ||
      element.closest('.visually-hidden, .skip, svg, option, select') ||
      !element.checkVisibility()
    )
      continue;
    const name = `${element.tagName.toLowerCase()} ${element.innerText.slice(0, 40)}`;
    if (box.right > clientWidth + 1 || box.left < -1) cut.push(`outside: ${name}`);
    const hidesMore = style.overflowX !== 'visible' && style.overflowX !== 'auto';
    if (hidesMore && element.scrollWidth > element.clientWidth + 1 && element.tagName !== 'INPUT')
      cut.push(`hidden: ${name}`);
    if (
      element.scrollWidth > element.clientWidth + 1 &&
      element.clientWidth > 0 &&
      style.overflowX === 'visible' &&
      style.display !== 'inline'
    )
      cut.push(`spills: ${name}`);
  }
  return cut;
}
