// Practice Week: small comforts on top of pages that work without them.

// Puts one part of a page in place of the same part of this one, and tells whether it did.
function replace(id, page) {
    const before = document.getElementById(id);
    const after = page.getElementById(id);
    if (!before || !after || before.innerHTML === after.innerHTML) return false;
    before.replaceChildren(...Array.from(after.childNodes, (node) => document.importNode(node, true)));
    enhance(before);
    return true;
}

async function read(address, signal) {
    const answer = await fetch(address, { signal, headers: { Accept: "text/html" }, credentials: "same-origin" });
    if (!answer.ok || answer.redirected) throw new Error("not this page");
    return new DOMParser().parseFromString(await answer.text(), "text/html");
}

// Says something to a screen reader without moving anything.
function say(words) {
    let speaker = document.getElementById("spoken");
    if (!speaker) {
        speaker = document.createElement("p");
        speaker.id = "spoken";
        speaker.className = "visually-hidden";
        speaker.setAttribute("role", "status");
        document.body.append(speaker);
    }
    speaker.textContent = "";
    setTimeout(() => { speaker.textContent = words; }, 50);
}

// Filters: the list follows the answers. If that fails, the form is sent as it would have been.
function filter(form) {
    let running;
    form.addEventListener("change", async () => {
        running?.abort();
        running = new AbortController();
        const { signal } = running;
        const address = new URL(form.action);
        for (const [name, value] of new FormData(form)) {
            if (value !== "") address.searchParams.append(name, value);
        }
        try {
            const page = await read(address, signal);
            for (const id of form.dataset.filter.split(" ")) replace(id, page);
            history.replaceState(null, "", address);
            const list = document.getElementById(form.dataset.filter.split(" ")[0]);
            const number = list?.querySelectorAll(".card, .grid__entry, .table tbody > tr").length ?? 0;
            say(number === 1 ? "1 session shown" : `${number} sessions shown`);
        } catch (error) {
            if (error.name !== "AbortError") form.submit();
        }
    });
}

// Addresses to copy get a button, where the browser can copy.
function copyButton(block) {
    const input = block.querySelector("input");
    const row = block.querySelector(".copy__row");
    if (!input || !row || !navigator.clipboard || row.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--secondary";
    button.textContent = "Copy";
    const label = block.querySelector("label")?.textContent ?? "";
    button.setAttribute("aria-label", `Copy: ${label}`);
    button.addEventListener("click", async () => {
        try {
            await navigator.clipboard.writeText(input.value);
            button.textContent = "Copied";
            say("Copied");
            setTimeout(() => { button.textContent = "Copy"; }, 3000);
        } catch {
            input.select();
        }
    });
    row.append(button);
    input.addEventListener("focus", () => input.select());
}

// Says how many characters or words are left. What is shown changes at once; what is read out, when the typing pauses.
function count(area) {
    const limit = Number(area.dataset.limit);
    const message = document.querySelector(`[data-count-for="${CSS.escape(area.name)}"]`);
    if (!limit || !message) return;
    let pause;
    const show = () => {
        const counted = "words" in area.dataset ? area.value.match(/\S*[\p{L}\p{N}]\S*/gu) ?? [] : Array.from(area.value);
        const left = limit - counted.length;
        const number = Math.abs(left);
        const characters = ("words" in area.dataset ? "word" : "character") + (number === 1 ? "" : "s");
        message.textContent = left < 0
            ? `You have ${number} ${characters} too many`
            : `You have ${number} ${characters} left`;
        message.classList.toggle("field-error", left < 0);
        clearTimeout(pause);
        pause = setTimeout(() => { if (document.activeElement === area) say(message.textContent); }, 1500);
    };
    area.addEventListener("input", show);
    show();
}

// A part of a page that is read again every so often: <… id="places" data-refresh="30">. Not while somebody is in it,
// not while nobody looks, and ever more seldom when the server does not answer.
function refresh(part) {
    const seconds = Math.max(10, Number(part.dataset.refresh) || 60);
    let wait = seconds;
    const again = () => setTimeout(async () => {
        if (!part.isConnected) return;
        if (!document.hidden && !part.contains(document.activeElement)) {
            try {
                replace(part.id, await read(location.href));
                wait = seconds;
            } catch {
                wait = Math.min(wait * 2, 600);
            }
        }
        again();
    }, wait * 1000);
    if (part.id) again();
}

// Places left, as they change: <… data-live="/events/…/places/live">. One stream for the page, only while somebody looks;
// where it cannot be had, the same is asked for every half minute.
function live(part) {
    const address = part.dataset.live;
    let stream;
    let asking;
    const show = (lines) => {
        let changed = false;
        for (const place of document.querySelectorAll("[data-places]")) {
            const line = lines[place.dataset.places];
            if (!line || place.textContent === line[0]) continue;
            [place.textContent] = line;
            place.className = line[1] ? `places places--${line[1]}` : "places";
            changed ||= part.contains(place);
        }
        // What can be done may have changed with them.
        if (changed && part.dataset.refresh) setTimeout(() => reread(part), Math.random() * 1000);
    };
    const ask = async () => {
        try {
            const answer = await fetch(address.replace(/\/live$/, ""), { credentials: "same-origin" });
            if (answer.ok) show(await answer.json());
        } catch { /* The next time, then. */ }
    };
    const stop = () => {
        stream?.close();
        clearInterval(asking);
        [stream, asking] = [];
    };
    const start = () => {
        if (stream || asking || document.hidden) return;
        const poll = () => { asking ??= setInterval(ask, 30000); };
        if (!window.EventSource) return poll();
        stream = new EventSource(address);
        // A stream tells everything at once; one that says nothing is kept back by something on the way.
        const silence = setTimeout(poll, 10000);
        stream.onmessage = (message) => {
            clearTimeout(silence);
            show(JSON.parse(message.data));
        };
        stream.onerror = () => { if (stream?.readyState === EventSource.CLOSED) poll(); };
    };
    document.addEventListener("visibilitychange", () => (document.hidden ? stop() : start()));
    window.addEventListener("pagehide", stop);
    window.addEventListener("pageshow", start);
    start();
}

async function reread(part) {
    if (!part.isConnected || part.contains(document.activeElement)) return;
    try {
        replace(part.id, await read(location.href));
    } catch { /* It stays as it is. */ }
}

// Planning: the rooms follow the date and the times as they are typed.
function rooms(part) {
    const form = part.closest("form");
    const button = form?.querySelector('button[value="rooms"]');
    if (!form || !button) return;
    const row = button.parentElement;
    button.remove();
    let running;
    form.addEventListener("change", async (event) => {
        if (!["date", "on-day", "on-month", "on-year", "starts", "ends", "minutes"].includes(event.target.name)) return;
        running?.abort();
        running = new AbortController();
        const body = new URLSearchParams(new FormData(form));
        body.set("do", "rooms");
        try {
            const answer = await fetch(form.action, { method: "POST", body, signal: running.signal, credentials: "same-origin" });
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const hints = page.querySelectorAll("#rooms .hint");
            const own = part.querySelectorAll(".hint");
            if (hints.length !== own.length) return;
            own.forEach((hint, index) => { hint.textContent = hints[index].textContent; });
        } catch (error) {
            if (error.name !== "AbortError") row.prepend(button);
        }
    });
}

// A session dragged to a free place is moved by its own form, as if it had been filled in.
function draggable(item) {
    item.draggable = true;
    item.querySelectorAll("a").forEach((link) => { link.draggable = false; });
    item.addEventListener("dragstart", (event) => {
        event.dataTransfer.setData("text/plain", item.dataset.drag);
        event.dataTransfer.effectAllowed = "move";
        item.classList.add("is-dragged");
    });
    item.addEventListener("dragend", () => item.classList.remove("is-dragged"));
}

function droppable(cell) {
    const shade = (on) => cell.classList.toggle("is-target", on);
    cell.addEventListener("dragover", (event) => { event.preventDefault(); shade(true); });
    cell.addEventListener("dragleave", () => shade(false));
    cell.addEventListener("drop", async (event) => {
        event.preventDefault();
        shade(false);
        const from = event.dataTransfer.getData("text/plain");
        if (!from.startsWith("/staff/sessions/")) return;
        const address = `${from}${from.includes("?") ? "&" : "?"}${cell.dataset.drop}`;
        try {
            const page = await read(address);
            const form = document.importNode(page.querySelector('main form[action$="/move"]'), true);
            form.hidden = true;
            document.body.append(form);
            form.submit();
        } catch { location.assign(address); }
    });
}

// One box that ticks all the others.
function choose(form) {
    const boxes = [...form.querySelectorAll('input[name="session"]')];
    const head = form.querySelector("thead th");
    if (boxes.length < 2 || !head) return;
    const all = document.createElement("input");
    all.type = "checkbox";
    all.className = "choice__input";
    all.setAttribute("aria-label", "Tick all on this page");
    all.addEventListener("change", () => boxes.forEach((box) => { box.checked = all.checked; }));
    head.replaceChildren(all);
}

// A ballot or a nomination keeps itself: a moment after the typing stops it is saved as a draft. <p data-keep> in its form says how
// that went. What was made by the first saving is where the form goes on from then, also when the page is read again.
function keep(words) {
    const form = words.closest("form");
    let pause;
    let running;
    const save = async () => {
        running?.abort();
        running = new AbortController();
        const body = new URLSearchParams(new FormData(form));
        body.set("do", "keep");
        try {
            const answer = await fetch(form.action, { method: "POST", body, signal: running.signal, redirect: "manual", credentials: "same-origin" });
            const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
            const place = answer.headers.get("Location");
            if (answer.ok && place) {
                form.action = place;
                history.replaceState(null, "", place);
            }
            const said = answer.ok ? `Saved as a draft at ${time}.` : answer.type === "basic" && await answer.text();
            words.textContent = said || "Not saved. Sign in again in another window, then save it as a draft here.";
        } catch (error) {
            if (error.name !== "AbortError") words.textContent = "Not saved: no connection. It is tried again as you go on.";
        }
    };
    form.addEventListener("input", () => {
        clearTimeout(pause);
        pause = setTimeout(save, 1200);
    });
    form.addEventListener("submit", () => {
        clearTimeout(pause);
        running?.abort();
    });
}

// A screen of a ceremony: the server sends it whole whenever it changes, and again after a break. Until then the last picture stays.
function stage(part) {
    let since;
    const stream = new EventSource(part.dataset.stage);
    stream.onmessage = ({ data }) => {
        since = undefined;
        const next = new DOMParser().parseFromString(JSON.parse(data).html, "text/html").getElementById(part.id);
        part.classList.remove("is-stale");
        if (!next.dataset.stage) stream.close();
        if (next.className === part.className && next.textContent === part.textContent) return;
        document.getElementById("problem")?.remove();
        const focus = document.activeElement?.textContent;
        part.className = next.className;
        part.replaceChildren(...Array.from(next.childNodes, (node) => document.importNode(node, true)));
        const again = [...part.querySelectorAll("button")].find((button) => button.textContent === focus);
        again?.focus();
    };
    stream.onerror = () => {
        since ??= new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
        part.dataset.stale = `Not connected. As at ${since}`;
        part.classList.add("is-stale");
    };
    window.addEventListener("pagehide", () => stream.close());
    window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
}

// A meeting: told that something has changed, its part is read again; while somebody answers in it, once they have left it.
function follow(part) {
    let owed = false;
    const look = () => {
        if (!owed || part.contains(document.activeElement)) return;
        owed = false;
        reread(part);
    };
    const stream = new EventSource(part.dataset.follow);
    stream.onmessage = () => { owed = true; look(); };
    part.addEventListener("focusout", () => setTimeout(look, 200));
    window.addEventListener("pagehide", () => stream.close());
    window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
}

function enhance(root) {
    root.querySelectorAll("form[data-filter]").forEach(filter);
    root.querySelectorAll("[data-copy]").forEach(copyButton);
    root.querySelectorAll("textarea[data-limit]").forEach(count);
    root.querySelectorAll("[data-refresh]").forEach(refresh);
    root.querySelectorAll("[data-rooms]").forEach(rooms);
    root.querySelectorAll("[data-drag]").forEach(draggable);
    root.querySelectorAll("[data-drop]").forEach(droppable);
    root.querySelectorAll("form[data-choose]").forEach(choose);
    root.querySelectorAll("[data-live]").forEach(live);
    root.querySelectorAll("[data-keep]").forEach(keep);
    root.querySelectorAll("[data-stage]").forEach(stage);
    root.querySelectorAll("[data-follow]").forEach(follow);
}

enhance(document);
