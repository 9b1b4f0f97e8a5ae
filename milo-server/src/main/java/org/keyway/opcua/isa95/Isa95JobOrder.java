package org.keyway.opcua.isa95;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;

/** ISA95JobOrderDataType: what is to be done (OPC 10031-4 6.3); a higher priority goes first. */
public record Isa95JobOrder(
        String jobOrderId,
        Optional<List<LocalizedText>> description,
        Optional<List<Isa95WorkMaster>> workMasterId,
        Optional<DateTime> startTime,
        Optional<DateTime> endTime,
        Optional<Short> priority,
        Optional<List<Isa95Parameter>> jobOrderParameters,
        Optional<List<Isa95Personnel>> personnelRequirements,
        Optional<List<Isa95Equipment>> equipmentRequirements,
        Optional<List<Isa95PhysicalAsset>> physicalAssetRequirements,
        Optional<List<Isa95Material>> materialRequirements)
        implements Isa95Structure {}
