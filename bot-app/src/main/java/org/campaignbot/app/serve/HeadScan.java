package org.campaignbot.app.serve;

import java.nio.ByteBuffer;

/**
 * Scans the request heads of one connection, byte by byte as they arrive, for what two HTTP readers could interpret differently:
 * line ends that aren't CRLF, and folded lines (RFC 9112, sections 2.2 and 5.2). Tomcat accepts both, and leaves no trace of them.
 */
final class HeadScan {

    /** The last byte read in a head. */
    private int last;
    /** Bytes of the current line so far. */
    private int column;
    /** Complete lines of the current head so far. */
    private int lines;

    private boolean flawed;
    private boolean whole;
    /** Bytes that followed a complete head before its request was processed. */
    private long behind;
    /** Bytes of a body that precede the next head. */
    private long body;

    /** Resets for a new connection. */
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

    /** Scans bytes that were read: those of a buffer from one index up to another. */
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
            // Empty lines before a request are skipped.
            whole = empty && lines > 0;
            lines += empty ? 0 : 1;
            column = 0;
        } else if (one != '\r') {
            column++;
        }
    }

    /**
     * Ends the head that was scanned last, as its request starts.
     *
     * @param length the length of its body in bytes
     * @return whether it was complete and without flaws; if more follows it than its body, the next head counts as flawed
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
