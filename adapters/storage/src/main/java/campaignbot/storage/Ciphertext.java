package campaignbot.storage;

/**
 * Sealed bytes, as a row holds them. Those of a text that is still known are sealed again where the key has changed by the time that
 * they are written, so that no row is written with a key that is on its way out.
 */
final class Ciphertext {

    private final Again again;
    private volatile byte[] bytes;

    /** What seals once more. */
    interface Again {
        /** The bytes to write now, which are the given ones unless their key is no longer the one to write with. */
        byte[] now(byte[] before);
    }

    /** Bytes that stay as they are. */
    Ciphertext(byte[] bytes) {
        this(bytes, before -> before);
    }

    Ciphertext(byte[] bytes, Again again) {
        this.bytes = bytes;
        this.again = again;
    }

    byte[] bytes() {
        bytes = again.now(bytes);
        return bytes;
    }
}
