package io.newswire.indexer.bulk;

/**
 * What is written to.
 *
 * @param name name of an alias or of an index
 * @param alias whether it has to be an alias
 */
public record WriteTarget(String name, boolean alias) {}
