package org.campaignbot.storage.sealing;

/**
 * Sealed bytes as stored in a row. If the plain text is still known, it's sealed again when the key has changed before the write,
 * so that no row is written with a key that is being replaced.
 */
public final class Ciphertext {

    private final Again again;
    private volatile byte[] bytes;

    /** Seals again if needed. */
    public interface Again {
        /** The bytes to write now: the given ones, unless their key is no longer the one to write with. */
        byte[] now(byte[] before);
    }

    /** Bytes that never change. */
    public Ciphertext(byte[] bytes) {
        this(bytes, before -> before);
    }

    public Ciphertext(byte[] bytes, Again again) {
        this.bytes = bytes;
        this.again = again;
    }

    public byte[] bytes() {
        bytes = again.now(bytes);
        return bytes;
    }
}
