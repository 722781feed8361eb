"""A real mail server that answers as it is told, for tests.

    mail_server.py FOLDER [--answer VERB=REPLY]... [--tls smtps|starttls --certificate FILE --key FILE]
                   [--login USER:PASSWORD] [--utf8] [--port N]

VERB is CONNECT, MAIL, RCPT or DATA. Each --answer serves once, in the order given; afterwards the verb is answered as
usual. REPLY is a line such as "451 later", or "silence", or "hang up", or a line followed by ", hang up".
The bytes of each letter go to FOLDER/1.eml and so on before it is answered, what was heard to FOLDER/heard. The port is
the only line on standard output; the end of standard input ends the server.
"""

import argparse
import asyncio
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

HANG_UP = "hang up"
USUAL = "250 OK"


class Told:
    def __init__(self, folder, answers, login):
        self.folder = folder
        self.answers = answers
        self.login = login
        self.letters = 0

    def hear(self, line):
        with open(self.folder / "heard", "a", encoding="utf-8") as heard:
            heard.write(line + "\n")

    def next_answer(self, verb):
        for place, answer in enumerate(self.answers):
            name, reply = answer.split("=", 1)
            if name == verb:
                del self.answers[place]
                return reply
        return USUAL

    async def answer(self, verb, server):
        reply = self.next_answer(verb)
        if reply == "silence":
            await asyncio.sleep(3600)
        if reply == HANG_UP:
            server.transport.abort()
            await asyncio.sleep(3600)
        if reply.endswith(", " + HANG_UP):
            asyncio.get_running_loop().call_later(0.05, server.transport.close)
            return reply.removesuffix(", " + HANG_UP)
        return reply

    async def handle_MAIL(self, server, session, envelope, address, options):
        self.hear(f"MAIL {address}")
        reply = await self.answer("MAIL", server)
        if reply.startswith("2"):
            envelope.mail_from = address
            envelope.mail_options.extend(options)
        return reply

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.hear(f"RCPT {address}")
        reply = await self.answer("RCPT", server)
        if reply.startswith("2"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server, session, envelope):
        self.letters += 1
        (self.folder / f"{self.letters}.eml").write_bytes(envelope.content)
        self.hear("DATA")
        return await self.answer("DATA", server)

    def authenticate(self, server, session, envelope, mechanism, data):
        given = f"{data.login.decode()}:{data.password.decode()}"
        self.hear(f"AUTH {given}")
        return AuthResult(success=given == self.login)


class Session(SMTP):
    """Speaks SMTP, unless it is told to say nothing at all."""

    def connection_made(self, transport):
        encrypted = transport.get_extra_info("ssl_object")
        self.event_handler.hear("CONNECT over TLS" if encrypted else "CONNECT")
        if self.event_handler.next_answer("CONNECT") != "silence":
            super().connection_made(transport)

    def connection_lost(self, error):
        if self.transport is not None:
            super().connection_lost(error)

    def data_received(self, data):
        if self.transport is not None:
            super().data_received(data)

    def eof_received(self):
        return super().eof_received() if self.transport is not None else False


async def serve(asked):
    told = Told(pathlib.Path(asked.folder), asked.answer, asked.login)
    context = None
    if asked.tls:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(asked.certificate, asked.key)
    loop = asyncio.get_running_loop()

    def session():
        return Session(
            told,
            hostname="mail.test",
            enable_SMTPUTF8=asked.utf8,
            tls_context=context if asked.tls == "starttls" else None,
            authenticator=told.authenticate if asked.login else None,
            loop=loop,
        )

    implicit = context if asked.tls == "smtps" else None
    server = await loop.create_server(session, "127.0.0.1", asked.port, ssl=implicit)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--answer", action="append", default=[])
    parser.add_argument("--tls", choices=["smtps", "starttls"])
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--login", default="")
    parser.add_argument("--utf8", action="store_true")
    parser.add_argument("--port", type=int, default=0)
    return parser.parse_args()


asyncio.run(serve(arguments()))
