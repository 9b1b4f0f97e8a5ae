package org.keyway.opcua.model;

/** A browse name with the URI of its namespace in the place of an index. */
public record ModelName(String namespace, String name) {}
