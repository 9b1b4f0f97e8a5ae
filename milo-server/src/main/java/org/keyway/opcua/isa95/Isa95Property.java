package org.keyway.opcua.isa95;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;

/** ISA95PropertyDataType: a property of a material, a person or a piece of equipment (OPC 10031-4 6.3). */
public record Isa95Property(
        String id,
        Variant value,
        Optional<List<LocalizedText>> description,
        Optional<EUInformation> engineeringUnits,
        Optional<List<Isa95Property>> subproperties)
        implements Isa95Structure {}
