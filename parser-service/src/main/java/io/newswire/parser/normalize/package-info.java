/**
 * Makes an article of a raw article: which body, which title, which date. Pure: the same raw
 * article gives the same article on any machine, in any zone and locale.
 */
@NullMarked
package io.newswire.parser.normalize;

import org.jspecify.annotations.NullMarked;
