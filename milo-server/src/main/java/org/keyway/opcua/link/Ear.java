package org.keyway.opcua.link;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Notices that something comes from a device, whatever it is. */
final class Ear extends ChannelInboundHandlerAdapter {
    private final Runnable heard;

    Ear(Runnable heard) {
        this.heard = heard;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        heard.run();
        super.channelRead(context, message);
    }
}
