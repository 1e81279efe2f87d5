package campaignbot.app.serve;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** Tells that the server is up, or that it cannot take anything now, and nothing more: anybody may ask. */
final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final byte[] UP = "{\"status\":\"up\"}\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DOWN = "{\"status\":\"down\"}\n".getBytes(StandardCharsets.US_ASCII);

    private final transient BooleanSupplier isUp;

    HealthServlet(BooleanSupplier isUp) {
        this.isUp = isUp;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up = isUp.getAsBoolean();
        byte[] body = up ? UP : DOWN;
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
