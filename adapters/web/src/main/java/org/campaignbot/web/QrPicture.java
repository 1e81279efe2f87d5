package org.campaignbot.web;

import io.nayuki.qrcodegen.QrCode;
import java.net.URI;

/**
 * A link as a QR code, for whoever reads a page on a desk and has the app on a phone.
 *
 * @param side the modules on each side, with the empty ones around
 * @param path the dark modules, row by row, as an SVG path
 */
public record QrPicture(int side, String path) {

    /** The empty modules that readers need around a code (ISO/IEC 18004). */
    private static final int QUIET = 4;

    static QrPicture of(URI link) {
        QrCode code = QrCode.encodeText(link.toString(), QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int end = x;
                while (end < code.size && code.getModule(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(end - x)
                            .append("v1h-")
                            .append(end - x)
                            .append('z');
                }
                x = end + 1;
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
