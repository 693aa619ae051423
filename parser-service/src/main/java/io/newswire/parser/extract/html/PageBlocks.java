package io.newswire.parser.extract.html;

import java.util.List;

/**
 * A page as blocks.
 *
 * @param blocks all blocks in document order
 * @param regions all block-level elements in document order, an outer one before its inner ones;
 *     the first holds the whole document
 */
record PageBlocks(List<Block> blocks, List<Region> regions) {}
