package org.keyway.opcua.isa95;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;

/** ISA95MaterialDataType: material that is required, or was consumed or produced (OPC 10031-4 6.3); the quantity is a decimal number as text. */
public record Isa95Material(
        Optional<String> materialClassId,
        Optional<String> materialDefinitionId,
        Optional<String> materialLotId,
        Optional<String> materialSublotId,
        Optional<List<LocalizedText>> description,
        Optional<String> materialUse,
        Optional<String> quantity,
        Optional<EUInformation> engineeringUnits,
        Optional<List<Isa95Property>> properties)
        implements Isa95Structure {}
