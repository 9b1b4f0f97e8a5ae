package org.keyway.opcua.joborder;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.keyway.job.order.OrderMaterial;
import org.keyway.opcua.isa95.Isa95Material;
import org.keyway.opcua.isa95.Isa95Property;
import org.keyway.opcua.isa95.OutputInformation;
import org.keyway.opcua.machine.EngineeringUnits;

/** One part as material that is produced; what was scanned says which part (OPC 40001-3, Annex B). */
final class ProducedPart {
    private static final String PIECE = "H87";
    private static final int LOT = 2;
    private static final int SERIAL = 4;

    private ProducedPart() {}

    static Isa95Material material(
            String product, Optional<String> lot, Optional<String> serial, EncodingContext context) {
        OutputInformation item = new OutputInformation(
                product,
                UByte.valueOf((lot.isPresent() ? LOT : 0) | (serial.isPresent() ? SERIAL : 0)),
                Optional.empty(),
                lot,
                serial);
        Isa95Property identification = new Isa95Property(
                OrderForm.IDENTIFICATION,
                new Variant(ExtensionObject.encode(context, item)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Isa95Material(
                Optional.empty(),
                Optional.of(product),
                lot,
                Optional.empty(),
                Optional.empty(),
                Optional.of(OrderMaterial.PRODUCED),
                Optional.of("1"),
                EngineeringUnits.of(PIECE),
                Optional.of(List.of(identification)));
    }
}
