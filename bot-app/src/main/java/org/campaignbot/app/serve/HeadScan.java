package org.campaignbot.app.serve;

import java.nio.ByteBuffer;

/**
 * Looks at the heads of one connection's requests, byte for byte as they come, for what two readers of HTTP could understand in two ways:
 * line ends that are no CRLF, and lines that are folded (RFC 9112, sections 2.2 and 5.2). Tomcat takes both, and leaves no trace of them.
 */
final class HeadScan {

    /** What was read last in a head. */
    private int last;
    /** Bytes of the present line so far. */
    private int column;
    /** Whole lines of the present head so far. */
    private int lines;

    private boolean flawed;
    private boolean whole;
    /** Bytes that came behind a whole head, before its request was looked at. */
    private long behind;
    /** Bytes of a body that come before the next head. */
    private long body;

    /** Begins with a new connection. */
    void begin() {
        flawed = false;
        body = 0;
        next();
    }

    private void next() {
        last = 0;
        column = 0;
        lines = 0;
        whole = false;
        behind = 0;
    }

    /** Looks at bytes that were read: those of a buffer from one index on, up to another. */
    void see(ByteBuffer buffer, int from, int to) {
        int at = from;
        while (at < to) {
            if (whole) {
                behind += to - at;
                return;
            } else if (body > 0) {
                int passed = (int) Math.min(body, to - at);
                body -= passed;
                at += passed;
            } else {
                see(buffer.get(at++));
            }
        }
    }

    private void see(byte one) {
        if ((one == '\n') != (last == '\r') || (column == 0 && lines > 0 && (one == ' ' || one == '\t'))) {
            flawed = true;
        }
        last = one;
        if (one == '\n') {
            boolean empty = column == 0;
            // Empty lines in front of a request are passed over.
            whole = empty && lines > 0;
            lines += empty ? 0 : 1;
            column = 0;
        } else if (one != '\r') {
            column++;
        }
    }

    /**
     * Ends the head that was seen last, since its request begins.
     *
     * @param length bytes of its body
     * @return whether it was whole and without flaw; where more follows it than its body, the next one is not
     */
    boolean take(long length) {
        boolean sound = whole && !flawed;
        body = Math.max(0, length) - behind;
        flawed = body < 0;
        body = Math.max(0, body);
        next();
        return sound;
    }
}
