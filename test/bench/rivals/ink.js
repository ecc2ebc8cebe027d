// A line of text in Ink, unbundled.
// @ts-nocheck: the rivals are not installed where types are checked.
import { render, Text } from 'ink';
import { createElement, useEffect } from 'react';

function Hello() {
  useEffect(() => {
    const timer = setInterval(() => {}, 1000);
    return () => clearInterval(timer);
  });
  return createElement(Text, null, 'the last one');
}

render(createElement(Hello));
