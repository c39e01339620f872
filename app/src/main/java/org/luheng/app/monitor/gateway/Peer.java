package org.luheng.app.monitor.gateway;

/** To whom an answer goes. */
interface Peer {
    /** Does not wait; an answer to somebody who is gone is dropped. */
    void answer(byte[] frame);
}
