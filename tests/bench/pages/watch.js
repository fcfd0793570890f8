// Tells the bench when a page is usable, and when its frames came.

// `places` gives {name: element} once the page is drawn; `position` anything that differs once the
// timeline has moved, read in every frame while the bench is watching.
export function usable(places, position) {
    requestAnimationFrame(() => requestAnimationFrame(() => {
        const found = {};
        for (const [name, element] of Object.entries(places())) {
            const box = element.getBoundingClientRect();
            found[name] = [box.x, box.y, box.width, box.height].map(Math.round);
        }
        listen(position);
        send("/usable", found);
    }));
}

function send(path, what) {
    fetch(path, {method: "POST", body: JSON.stringify(what)});
}

function listen(position) {
    let frames = null;
    let held = false;
    let last = null;
    const frame = shown => {
        if (frames === null)
            return;
        const now = position();
        frames.push([shown, held || now !== last]);
        last = now;
        requestAnimationFrame(frame);
    };
    window.addEventListener("pointerdown", () => held = true, true);
    window.addEventListener("pointerup", () => held = false, true);
    window.addEventListener("pointercancel", () => held = false, true);
    new EventSource("/orders").onmessage = order => {
        if (order.data === "watch") {
            frames = [];
            last = position();
            requestAnimationFrame(frame);
        } else {
            send("/frames", frames);
            frames = null;
        }
    };
}
