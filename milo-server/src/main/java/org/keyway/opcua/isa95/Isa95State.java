package org.keyway.opcua.isa95;

import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;

/** ISA95StateDataType: a state or substate of a job order (OPC 10031-4 6.3); the path of a top state has no elements. */
public record Isa95State(RelativePath browsePath, LocalizedText stateText, UInteger stateNumber)
        implements Isa95Structure {}
