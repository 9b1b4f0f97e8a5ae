package org.keyway.opcua.isa95;

import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;

/** OutputInformationDataType: which item of which lot is produced or consumed (OPC 40001-3).
 *
 * @param outputInfo which of the three last are given: order number 1, lot number 2, serial number 4 */
public record OutputInformation(
        String itemNumber,
        UByte outputInfo,
        Optional<String> orderNumber,
        Optional<String> lotNumber,
        Optional<String> serialNumber)
        implements Isa95Structure {}
