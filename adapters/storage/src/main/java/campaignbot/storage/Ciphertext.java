package campaignbot.storage;

/** Sealed bytes, as a row holds them. */
final class Ciphertext {

    private final byte[] bytes;

    Ciphertext(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
