package org.keyway.opcua.security.access;

import java.util.BitSet;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilterElement;
import org.eclipse.milo.opcua.stack.core.types.structured.ElementOperand;
import org.eclipse.milo.opcua.stack.core.types.structured.EventFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.SimpleAttributeOperand;

/**
 * Whether a filter of events is done with in time: its elements are a tree, each referring to later ones alone (OPC 10000-4
 * 7.7.4.2) and none to the same as another, so that each is evaluated once.
 */
final class EventFilterCheck {
    private static final int MOST_CLAUSES = 200;
    private static final int MOST_ELEMENTS = 100;

    private EventFilterCheck() {}

    static boolean isBounded(EventFilter filter, EncodingContext context) {
        SimpleAttributeOperand[] clauses = filter.getSelectClauses();
        ContentFilter where = filter.getWhereClause();
        ContentFilterElement[] elements = where == null ? null : where.getElements();
        return (clauses == null || clauses.length <= MOST_CLAUSES)
                && (elements == null || (elements.length <= MOST_ELEMENTS && isTree(elements, context)));
    }

    private static boolean isTree(ContentFilterElement[] elements, EncodingContext context) {
        BitSet referred = new BitSet();
        for (int at = 0; at < elements.length; at++) {
            ExtensionObject[] operands = elements[at].getFilterOperands();
            for (ExtensionObject operand : operands == null ? new ExtensionObject[0] : operands) {
                if (operand.decode(context) instanceof ElementOperand element) {
                    long index = element.getIndex().longValue();
                    if (index <= at || index >= elements.length || referred.get((int) index)) {
                        return false;
                    }
                    referred.set((int) index);
                }
            }
        }
        return true;
    }
}
