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
            const number = list?.querySelectorAll(".card").length ?? 0;
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

// Says how many characters are left. What is shown changes at once; what is read out, when the typing pauses.
function count(area) {
    const limit = Number(area.dataset.limit);
    const message = document.querySelector(`[data-count-for="${CSS.escape(area.name)}"]`);
    if (!limit || !message) return;
    let pause;
    const show = () => {
        const left = limit - Array.from(area.value).length;
        const number = Math.abs(left);
        const characters = number === 1 ? "character" : "characters";
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

function enhance(root) {
    root.querySelectorAll("form[data-filter]").forEach(filter);
    root.querySelectorAll("[data-copy]").forEach(copyButton);
    root.querySelectorAll("textarea[data-limit]").forEach(count);
    root.querySelectorAll("[data-refresh]").forEach(refresh);
}

enhance(document);
