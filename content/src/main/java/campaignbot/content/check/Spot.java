package campaignbot.content.check;

/** A step, identified by its names. */
record Spot(String flow, String step) {

    @Override
    public String toString() {
        return flow + "/" + step;
    }
}
