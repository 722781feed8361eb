// Passkeys: the form that uses one is shown where the browser can, and sends what the device signed. Where the page asks for an
// address, the browser offers them in that field too.
(() => {
  const d = document, form = d.querySelector('[data-passkey]'), can = window.PublicKeyCredential;
  // A site reached by a number has none.
  if (!form || !can || /^[\d.]+$|\[/.test(location.hostname)) return;
  const bytes = t => Uint8Array.from(atob(t), c => c.charCodeAt(0)), text = b => b ? btoa(String.fromCharCode(...new Uint8Array(b))) : '';
  let asks, later = 0;
  const ask = async mediation => {
    asks?.abort();
    const { signal } = asks = new AbortController(), r = await fetch(form.dataset.passkey, { method: 'POST', signal });
    if (!r.ok || r.redirected) return mediation || location.reload();
    const o = await r.json();
    o.challenge = bytes(o.challenge);
    if (o.user) o.user.id = bytes(o.user.id);
    for (const c of o.allowCredentials || o.excludeCredentials) c.id = bytes(c.id);
    const c = await navigator.credentials[o.user ? 'create' : 'get']({ publicKey: o, signal, ...mediation }), a = c.response;
    form.passkey.value = JSON.stringify({
      id: text(c.rawId), client: text(a.clientDataJSON), data: text(a.authenticatorData || a.getAuthenticatorData()),
      signature: text(a.signature), user: text(a.userHandle), key: text(a.getPublicKey?.()), algorithm: a.getPublicKeyAlgorithm?.()
    });
    form.submit();
  };
  // Offered from the first sign of life on, so that a page that is only looked at asks for nothing more. A challenge is good for five
  // minutes; a page may be open for longer.
  const offer = async () => {
    if (!await can.isConditionalMediationAvailable?.()) return;
    later = setTimeout(offer, 240000);
    ask({ mediation: 'conditional' }).catch(() => {});
  };
  const auto = 'auto' in form.dataset;
  if (auto) for (const sign of ['pointermove', 'pointerdown', 'keydown', 'focusin']) d.addEventListener(sign, () => later++ || offer(), { once: true });
  form.addEventListener('submit', e => {
    e.preventDefault();
    clearTimeout(later);
    const say = t => { d.querySelector('[data-passkey] [role=status]').textContent = t };
    say('');
    ask().catch(e => { say(form.dataset[e.name === 'InvalidStateError' ? 'twice' : 'no']); if (auto) offer() });
  });
  form.hidden = false;
  for (const e of d.querySelectorAll('[data-no-passkey]')) e.hidden = true;
})();
