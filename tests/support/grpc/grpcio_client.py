"""Speaks to a plugin as a Python program does, with grpcio and Pulumi's own messages; prints what came of it as JSON.

grpcio_client.py PORT SCENARIO [JSON]
"""

import json
import sys
import threading
import time

import grpc
from google.protobuf import empty_pb2, json_format
from pulumi.runtime.proto import provider_pb2, provider_pb2_grpc

port, scenario, *rest = sys.argv[1:]
given = json.loads(rest[0]) if rest else {}
unlimited = [("grpc.max_receive_message_length", -1), ("grpc.max_send_message_length", -1)]


def connect(options=()):
    channel = grpc.insecure_channel(f"127.0.0.1:{port}", options=[*unlimited, *options])
    return channel, provider_pb2_grpc.ResourceProviderStub(channel)


def status_of(call):
    """The name and the text of the status that a call ends with."""
    try:
        call()
        return ["OK", ""]
    except grpc.RpcError as error:
        return [error.code().name, error.details()]


def struct(members):
    request = provider_pb2.CheckRequest()
    request.news.update(members)
    return request.news


def invoke_request(name, inputs):
    return provider_pb2.InvokeRequest(tok=f"compshare:index:{name}", args=struct(inputs))


def configure(stub):
    stub.Configure(provider_pb2.ConfigureRequest(args=struct(given)))


def info():
    _, stub = connect()
    handshake = stub.Handshake(provider_pb2.ProviderHandshakeRequest(engine_address="127.0.0.1:1"))
    return {
        "version": stub.GetPluginInfo(empty_pb2.Empty()).version,
        "accepts": [handshake.accept_secrets, handshake.accept_resources, handshake.accept_outputs],
        "schema": json.loads(stub.GetSchema(provider_pb2.GetSchemaRequest()).schema)["name"],
    }


def lookup():
    _, stub = connect()
    configure(stub)
    found = stub.Invoke(invoke_request("getCompShareImage", {"name": "cuda128_torch291_py312"}))
    return json_format.MessageToDict(getattr(found, "return"))["id"]


def large():
    """20 MB there and back."""
    _, stub = connect()
    text = "镜" * 3_000_000 + "a" * 11_000_000
    response = stub.CheckConfig(provider_pb2.CheckRequest(news=struct({"region": text})))
    return response.inputs["region"] == text


def deadline():
    _, stub = connect()
    configure(stub)
    # The first call loads what calls need, which may take longer than the deadline.
    stub.Invoke(invoke_request("getCompShareImage", {"name": "cuda128_torch291_py312"}))
    request = invoke_request("getCompShareImages", {"source": "community"})
    code, _ = status_of(lambda: stub.Invoke(request, timeout=1))
    return code


def cancel():
    _, stub = connect()
    configure(stub)
    call = stub.Invoke.future(invoke_request("getCompShareImages", {}))
    time.sleep(0.3)
    call.cancel()
    return [call.code().name, status_of(lambda: stub.GetPluginInfo(empty_pb2.Empty()))[0]]


def cancel_large():
    """50 large calls, cancelled while they are answered."""
    _, stub = connect()
    configure(stub)
    calls = [stub.Invoke.future(invoke_request("getCompShareImages", {})) for _ in range(50)]
    while not any(call.done() for call in calls):
        time.sleep(0.001)
    for call in calls:
        call.cancel()
    return stub.GetPluginInfo(empty_pb2.Empty()).version


def keepalive():
    """Pings every few milliseconds while a call waits, and on a connection without calls."""
    options = [
        ("grpc.keepalive_time_ms", 10),
        ("grpc.keepalive_timeout_ms", 1000),
        ("grpc.keepalive_permit_without_calls", 1),
        ("grpc.http2.max_pings_without_data", 0),
    ]
    _, stub = connect(options)
    configure(stub)
    first = status_of(lambda: stub.Invoke(invoke_request("getCompShareImages", {"limit": 1})))
    time.sleep(0.5)
    return [first[0], status_of(lambda: stub.GetPluginInfo(empty_pb2.Empty()))[0]]


def many():
    """2,000 calls, 50 at a time."""
    _, stub = connect()
    codes = []

    def work():
        for _ in range(40):
            codes.append(status_of(lambda: stub.GetPluginInfo(empty_pb2.Empty()))[0])

    threads = [threading.Thread(target=work) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {code: codes.count(code) for code in codes}


def metadata():
    _, stub = connect()
    sent = (("trace-bin", bytes(range(256))), ("x-text", "a b"), ("x-large", "a" * 4000))
    response, call = stub.GetPluginInfo.with_call(empty_pb2.Empty(), metadata=sent)
    return [response.version, call.code().name, [key for key, _ in call.trailing_metadata()]]


def texts():
    _, stub = connect()
    return status_of(lambda: stub.Invoke(provider_pb2.InvokeRequest(tok="镜像 100% of “it”")))


def refused():
    channel, stub = connect()
    requests = {
        "Parameterize": provider_pb2.ParameterizeRequest(),
        "Call": provider_pb2.CallRequest(),
        "Construct": provider_pb2.ConstructRequest(),
        "GetMapping": provider_pb2.GetMappingRequest(),
        "GetMappings": provider_pb2.GetMappingsRequest(),
    }
    codes = {name: status_of(lambda: getattr(stub, name)(request))[0] for name, request in requests.items()}
    codes["List"] = status_of(lambda: list(stub.List(provider_pb2.ListRequest())))[0]
    health = channel.unary_unary("/grpc.health.v1.Health/Check")
    codes["Health"] = status_of(lambda: health(b""))[0]
    return codes


def compressed():
    _, stub = connect()
    request = provider_pb2.CheckRequest(news=struct({"region": "a" * 10_000}))
    return status_of(lambda: stub.CheckConfig(request, compression=grpc.Compression.Gzip))[0]


def malformed():
    channel, _ = connect()
    invoke = channel.unary_unary("/pulumirpc.ResourceProvider/Invoke")
    return [status_of(lambda: invoke(message))[0] for message in (b"\x0b\x0c", b"\x0a\x05a", b"\x02\x01a")]


def ready():
    """Waits for the connection, lets it go and connects again."""
    channel, stub = connect()
    grpc.channel_ready_future(channel).result(timeout=10)
    first = stub.GetPluginInfo(empty_pb2.Empty(), wait_for_ready=True).version
    channel.close()
    return [first, connect()[1].GetPluginInfo(empty_pb2.Empty()).version]


print(json.dumps(globals()[scenario]()))
