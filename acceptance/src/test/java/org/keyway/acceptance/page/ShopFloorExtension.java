package org.keyway.acceptance.page;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives test classes the one shop floor, in good order before each test; it closes after the last. */
final class ShopFloorExtension implements ParameterResolver, BeforeEachCallback {
    private static ShopFloor floor(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(ShopFloorExtension.class))
                .computeIfAbsent(ShopFloor.class, key -> ShopFloor.open(), ShopFloor.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ShopFloor.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return floor(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        floor(context).reset();
    }
}
