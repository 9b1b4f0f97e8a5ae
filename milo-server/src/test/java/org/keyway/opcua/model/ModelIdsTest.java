package org.keyway.opcua.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.opcua.model.table.CompanionTable;

/** The ids that code uses are those of the tables. */
class ModelIdsTest {
    private static Map<Integer, ModelNode> nodes(CompanionTable table) {
        return table.read().nodes().stream()
                .collect(Collectors.toMap(node -> ((UInteger) node.id().identifier()).intValue(), node -> node));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("_", "")
                .replace("isa95", "")
                .replace("keyway", "");
    }

    @ParameterizedTest
    @CsvSource({
        "DI, org.keyway.opcua.model.DiIds",
        "MACHINERY, org.keyway.opcua.model.MachineryIds",
        "JOB_CONTROL, org.keyway.opcua.model.JobControlIds",
        "JOBS, org.keyway.opcua.model.JobsIds",
        "KEYWAY, org.keyway.opcua.model.KeywayTypes"
    })
    void everyConstantIsTheIdOfTheNodeThatItIsNamedAfter(CompanionTable table, Class<?> ids) throws Exception {
        Map<Integer, ModelNode> nodes = nodes(table);
        for (Field field : ids.getFields()) {
            assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
            assertThat(nodes).as(field.getName()).containsKey(field.getInt(null));
            ModelNode node = Objects.requireNonNull(nodes.get(field.getInt(null)));
            String name = field.getName().endsWith("_BINARY") ? "defaultbinary" : plain(field.getName());
            assertThat(plain(node.browseName().name()).replace(" ", ""))
                    .as(field.getName())
                    .startsWith(name);
        }
    }

    @Test
    void theIdsOfOurTypesAreGivenForEver() {
        assertThat(Map.of(
                        "MachineProxyType", KeywayTypes.MACHINE_PROXY,
                        "HandoverType", KeywayTypes.HANDOVER,
                        "DeliveryType", KeywayTypes.DELIVERY,
                        "DeviceLinkType", KeywayTypes.DEVICE_LINK,
                        "GatewayType", KeywayTypes.GATEWAY))
                .isEqualTo(Map.of(
                        "MachineProxyType", 1001,
                        "HandoverType", 1002,
                        "DeliveryType", 1003,
                        "DeviceLinkType", 1004,
                        "GatewayType", 1005));
    }
}
