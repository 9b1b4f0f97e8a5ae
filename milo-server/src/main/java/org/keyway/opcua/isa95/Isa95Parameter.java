package org.keyway.opcua.isa95;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;

/** ISA95ParameterDataType: a parameter of a job order, or a datum of its response (OPC 10031-4 6.3). */
public record Isa95Parameter(
        String id,
        Variant value,
        Optional<List<LocalizedText>> description,
        Optional<EUInformation> engineeringUnits,
        Optional<List<Isa95Parameter>> subparameters)
        implements Isa95Structure {}
