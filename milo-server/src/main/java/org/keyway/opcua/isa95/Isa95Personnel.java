package org.keyway.opcua.isa95;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;

/** ISA95PersonnelDataType: persons who are required or took part (OPC 10031-4 6.3); the quantity is a decimal number as text. */
public record Isa95Personnel(
        String id,
        Optional<List<LocalizedText>> description,
        Optional<String> personnelUse,
        Optional<String> quantity,
        Optional<EUInformation> engineeringUnits,
        Optional<List<Isa95Property>> properties)
        implements Isa95Structure {}
