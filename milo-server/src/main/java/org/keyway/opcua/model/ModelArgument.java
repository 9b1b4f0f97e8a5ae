package org.keyway.opcua.model;

/** An argument of a method, as an element of the value of {@code InputArguments} or {@code OutputArguments}. */
public record ModelArgument(String name, Shape shape) {}
