package org.keyway.opcua.joborder;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.keyway.job.order.JobOrder;
import org.keyway.job.order.OrderMaterial;
import org.keyway.job.order.OrderParameter;
import org.keyway.opcua.isa95.Isa95DataType;
import org.keyway.opcua.isa95.Isa95JobOrder;
import org.keyway.opcua.isa95.Isa95Material;
import org.keyway.opcua.isa95.Isa95Parameter;
import org.keyway.opcua.isa95.Isa95Property;
import org.keyway.opcua.isa95.Isa95WorkMaster;
import org.keyway.opcua.isa95.OutputInformation;
import org.keyway.opcua.machine.EngineeringUnits;

/** Orders between the form of the standard and our own. What ours doesn't hold travels along in its document. */
final class OrderForm {
    /** The property by which a material says which item it is (OPC 40001-3). */
    static final String IDENTIFICATION = "Identification";

    private final EncodingContext context;

    OrderForm(EncodingContext context) {
        this.context = context;
    }

    /** The order that a client sends. */
    JobOrder read(Isa95JobOrder sent) {
        ByteString encoded = (ByteString) ExtensionObject.encode(context, sent).getBody();
        return new JobOrder(
                sent.jobOrderId(),
                sent.priority().map(Short::intValue).orElse(0),
                sent.startTime().map(DateTime::getJavaInstant),
                sent.endTime().map(DateTime::getJavaInstant),
                each(sent.workMasterId(), Isa95WorkMaster::id),
                each(sent.jobOrderParameters(), OrderForm::parameter),
                each(sent.materialRequirements(), this::material),
                Base64.getEncoder().encodeToString(encoded.bytesOrEmpty()));
    }

    private static <A, B> List<B> each(Optional<List<A>> given, Function<A, B> form) {
        return given.orElse(List.of()).stream().map(form).toList();
    }

    /** The order as it was sent, all of it. */
    Isa95JobOrder write(JobOrder order) {
        return (Isa95JobOrder) ExtensionObject.of(
                        ByteString.of(Base64.getDecoder().decode(order.document())),
                        Isa95DataType.JOB_ORDER.encoding(context.getNamespaceTable()))
                .decode(context);
    }

    private static OrderParameter parameter(Isa95Parameter sent) {
        return new OrderParameter(
                sent.id(), plain(sent.value()), sent.engineeringUnits().flatMap(EngineeringUnits::nameOf));
    }

    /** A number, a truth value or a text; empty for everything else, infinite numbers too. */
    private static Optional<Object> plain(Variant variant) {
        Object value = variant.value();
        if (value instanceof Boolean || value instanceof String) {
            return Optional.of(value);
        }
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? Optional.of(new BigDecimal(value.toString()))
                : Optional.empty();
    }

    private OrderMaterial material(Isa95Material sent) {
        Optional<OutputInformation> item = sent.properties().orElse(List.of()).stream()
                .filter(property -> property.id().equals(IDENTIFICATION))
                .flatMap(property -> item(property).stream())
                .findFirst();
        return new OrderMaterial(
                said(sent.materialUse()),
                said(sent.materialDefinitionId()).or(() -> said(item.map(OutputInformation::itemNumber))),
                said(sent.materialLotId()).or(() -> said(item.flatMap(OutputInformation::lotNumber))),
                said(item.flatMap(OutputInformation::serialNumber)));
    }

    private static Optional<String> said(Optional<String> text) {
        return text.filter(value -> !value.isBlank());
    }

    private Optional<OutputInformation> item(Isa95Property property) {
        Object value = property.value().value();
        Object first = value instanceof Object[] several && several.length > 0 ? several[0] : value;
        return first instanceof ExtensionObject.Binary body
                        && body.getEncodingOrTypeId()
                                .equals(Isa95DataType.OUTPUT_INFORMATION.encoding(context.getNamespaceTable()))
                ? Optional.of((OutputInformation) body.decode(context))
                : Optional.empty();
    }
}
