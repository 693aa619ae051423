package io.newswire.indexer.delivery;

/**
 * The index is there and consumers are about to start. A listener that fails delays that: it is
 * called again.
 */
public record IndexReady() {}
