package org.keyway.opcua.isa95;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;

/** ISA95EquipmentDataType: equipment that is required or was used (OPC 10031-4 6.3); the quantity is a decimal number as text. */
public record Isa95Equipment(
        String id,
        Optional<List<LocalizedText>> description,
        Optional<String> equipmentUse,
        Optional<String> quantity,
        Optional<EUInformation> engineeringUnits,
        Optional<List<Isa95Property>> properties)
        implements Isa95Structure {}
