package org.keyway.opcua.isa95;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;

/** ISA95JobResponseDataType: what became of an order (OPC 10031-4 6.3). */
public record Isa95JobResponse(
        String jobResponseId,
        Optional<List<LocalizedText>> description,
        String jobOrderId,
        Optional<DateTime> startTime,
        Optional<DateTime> endTime,
        List<Isa95State> jobState,
        Optional<List<Isa95Parameter>> jobResponseData,
        Optional<List<Isa95Personnel>> personnelActuals,
        Optional<List<Isa95Equipment>> equipmentActuals,
        Optional<List<Isa95PhysicalAsset>> physicalAssetActuals,
        Optional<List<Isa95Material>> materialActuals)
        implements Isa95Structure {}
